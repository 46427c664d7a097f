import { describe, expect, it } from '@jest/globals';
import { aContent, aParty, anItem } from '@exeat/kernel/spec';
import { contentOf, flawsOf } from './completeness.js';

const found = (changes: Parameters<typeof aContent>[0]) =>
  flawsOf(aContent(changes)).map(({ code, pointer }) => [code, pointer]);
const parties = (...more: ReturnType<typeof aParty>[]) => [aParty('purchaser'), aParty('end-user'), ...more];
const consignee = aParty('ultimate-consignee');

describe('an application', () => {
  it('is complete with a purchaser, one ultimate consignee, an end-user, an item and an end use', () =>
    expect(flawsOf(aContent())).toEqual([]));
  it('may leave certifications unanswered', () => {
    const { certifications: _unanswered, ...draft } = aContent();
    expect(flawsOf(draft)).toEqual([]);
    expect(contentOf(draft)?.certifications).toEqual({});
  });
  it('has an ultimate consignee', () =>
    expect(found({ parties: parties() })).toEqual([['PARTY_MISSING', '/sections/parties']]));
  it('has only one ultimate consignee', () =>
    expect(found({ parties: parties(consignee, consignee, consignee) })).toEqual([
      ['ULTIMATE_CONSIGNEE_NOT_UNIQUE', '/sections/parties/3/role'],
      ['ULTIMATE_CONSIGNEE_NOT_UNIQUE', '/sections/parties/4/role'],
    ]));
  it('points to the post office box', () =>
    expect(found({ parties: parties({ ...consignee, address: 'PO Box 7, Macau' }) })).toEqual([
      ['POST_OFFICE_BOX', '/sections/parties/2/address'],
    ]));
  it('may send a purchaser letters to a post office box', () =>
    expect(found({ parties: parties(consignee, aParty('purchaser', { address: 'PO Box 7' })) })).toEqual([]));
  it('has items', () => expect(found({ items: [] })).toEqual([['ITEMS_MISSING', '/sections/items']]));
  it('numbers each line once', () =>
    expect(found({ items: [anItem(), anItem({ line: 2 }), anItem()] })).toEqual([
      ['LINE_REPEATED', '/sections/items/2/line'],
    ]));
  it('has one currency', () =>
    expect(found({ items: [anItem(), anItem({ line: 2, unitPrice: { amount: '9', currency: 'EUR' } })] })).toEqual([
      ['CURRENCIES_MIXED', '/sections/items/1/unitPrice/currency'],
    ]));
  it.each(['0', '0.00'])('has no price of %s', (amount) =>
    expect(found({ items: [anItem({ unitPrice: { amount, currency: 'USD' } })] })).toEqual([
      ['PRICE_ZERO', '/sections/items/0/unitPrice/amount'],
    ]),
  );
  it('takes a price of one cent', () =>
    expect(found({ items: [anItem({ unitPrice: { amount: '0.01', currency: 'USD' } })] })).toEqual([]));
  it('describes its end use', () =>
    expect(found({ endUse: 'Various commercial purposes' })).toEqual([['END_USE_TOO_GENERAL', '/sections/endUse']]));
});
