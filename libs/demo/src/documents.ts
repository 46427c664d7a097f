import type { IntegratedCircuit } from '@exeat/kernel';

/** A file that an exporter attaches in a play. The same bytes in every play, so that a repeated one changes nothing. */
export interface DemoDocument {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

interface Chip {
  readonly model: string;
  readonly manufacturer: string;
  readonly description: string;
  readonly specification: IntegratedCircuit;
}

/** What a maker would print about a chip: a PDF of one page. */
export const dataSheet = ({ model, manufacturer, description, specification }: Chip): DemoDocument => {
  const { rates, dies = [], designedOrMarketedForDatacentre, dramBandwidthGBs } = specification;
  return {
    name: `${model} data sheet.pdf`,
    content: pdfOf([
      `${manufacturer} ${model}: data sheet`,
      description,
      '',
      ...rates.map(
        ({ format, bits, denseTops }) => `Rate, ${format}, ${bits} bits, dense: ${denseTops} tera operations/s`,
      ),
      ...dies.map(({ areaMm2 }, index) => `Area of logic die ${index + 1}: ${areaMm2} square millimetres`),
      ...(dramBandwidthGBs === undefined ? [] : [`Memory bandwidth: ${dramBandwidthGBs} GB/s`]),
      `Designed or marketed for data centres: ${designedOrMarketedForDatacentre}`,
      '',
      'Part of an invented application; the figures are public.',
    ]),
  };
};

/** Plain text, as UTF-8. */
export const letter = (name: string, ...paragraphs: readonly string[]): DemoDocument => ({
  name,
  content: new TextEncoder().encode(`${paragraphs.join('\n\n')}\n`),
});

/** One page of A4 with a line of Helvetica for each text (PDF 1.7, ISO 32000-1); ASCII alone. */
const pdfOf = (lines: readonly string[]): Uint8Array<ArrayBuffer> => {
  const shown = lines.map((line) => `(${line.replaceAll(/[^\x20-\x7e]/g, '?').replaceAll(/[\\()]/g, '\\$&')}) Tj T*`);
  const page = ['BT', '/F1 10 Tf', '14 TL', '56 780 Td', ...shown, 'ET'].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return new TextEncoder().encode(
    `${text}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
};
