import { countryInSentence } from '@exeat/kernel';
import type { Content, Party, PartyRole } from '@exeat/kernel';
import { belongs, type CountryGroups, type Places } from '../rule-set/places.js';
import { listed } from '../words.js';
import { partiesIn } from './input.js';

/** Where a party is steered from: its own headquarters, then that of its ultimate parent. */
export const seatsOf = (party: Party): readonly { readonly country: string; readonly words: string }[] => [
  { country: party.headquarters, words: `is headquartered in ${countryInSentence(party.headquarters)}` },
  ...(party.ultimateParent
    ? [
        {
          country: party.ultimateParent.headquarters,
          words: `has the ultimate parent ${party.ultimateParent.name}, headquartered in ${countryInSentence(party.ultimateParent.headquarters)}`,
        },
      ]
    : []),
];

/** Each party in these roles that is headquartered in, or ultimately owned from, one of the places, in words. */
export const steeredFrom = (
  places: Places,
  roles: readonly PartyRole[],
  content: Content,
  groups: CountryGroups,
): readonly string[] => {
  const rolesByWords = new Map<string, string[]>();
  for (const party of partiesIn(content, roles)) {
    for (const { country, words } of seatsOf(party)) {
      const why = belongs(country, places, groups);
      if (why === undefined) continue;
      const said = `${party.name} ${words} (${why})`;
      rolesByWords.set(said, [...(rolesByWords.get(said) ?? []), roleInWords(party)]);
    }
  }
  return [...rolesByWords].map(([said, inRoles]) => `${listed([...new Set(inRoles)])} ${said}`);
};

/** `end user Huaxing Cloud`. */
export const named = (party: Party): string => `${roleInWords(party)} ${party.name}`;

const roleInWords = ({ role }: Party): string => role.replaceAll('-', ' ');
