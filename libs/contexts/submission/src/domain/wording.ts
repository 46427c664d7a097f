/** Fewer characters than this cannot say what is done with the items, for whom and where. */
const fewestCharacters = 20;

/** Words that say nothing of an end use, alone or with each other. */
const vague = new Set(
  `a an all and any applicable are as at be being business by civil civilian commercial confidential customer customers
   decided describe determined end etc final for further general goods in internal is it item items its kinds known
   later miscellaneous multiple n na needed no none normal not of on only or other others our per product products
   proprietary purpose purposes resale sale sales secret see several some standard such tba tbc tbd test that the their
   them this time to unknown unspecified use used user users uses usual various we will with yet`.split(/\s+/),
);

/**
 * Whether the text describes no particular end use: too short, or made of words such as "various commercial purposes".
 * Applications with such a text are returned without action (BIS-748P block 21), so they are not taken in.
 */
export const isGeneral = (endUse: string): boolean => {
  const text = endUse.trim().replaceAll(/\s+/g, ' ');
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...text].length < fewestCharacters || words.every((word) => vague.has(word));
};

const boxes = [
  /\bp\.?\s*o\.?\s*(?:box|b\.?\s*\d)/iu,
  /\bpost(?:al)?[\s-]*(?:office)?[\s-]*box\b/iu,
  /\b(?:postfach|postbus|apartado(?:\s+(?:postal|de\s+correos))|bo[iî]te\s+postale|casella\s+postale|caixa\s+postal)\b/iu,
  /邮政信箱|郵政信箱|私書箱|사서함/u,
];

/** Whether an address is a post office box, which cannot receive items (BIS-748P block 18). */
export const isPostOfficeBox = (address: string): boolean => boxes.some((form) => form.test(address));
