import { same } from '@exeat/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { standAt } from '../../forms/stand';
import { licenceQuery, type Licence } from './licence-reading';

/**
 * For a form under a licence: the version that its command is decided on, and how it finds out what the licence stands at
 * once another act came first. Time passing is no race; another shipment or certificate is, even where the page shows it.
 */
export const useRace = (licence: Licence) => {
  const client = useQueryClient();
  const [opened, setOpened] = useState(licence);
  const { caseId, licenceNumber } = licence;
  const isAsOpened = same(changeable(licence), changeable(opened));
  return {
    version: isAsOpened ? licence.version : opened.version,
    race: {
      caseId,
      // By version, so that what one did oneself under the licence meanwhile, such as filing a certificate, is no race.
      upon: standAt(`/licences/${licenceNumber}`, opened.version),
      versionNow: async () => (await client.fetchQuery({ ...licenceQuery(licenceNumber), staleTime: 0 })).version,
      onDiscard: () => setOpened(licence),
    },
  };
};

/** What acts under a licence change. */
const changeable = ({ shipments, certificates, lines }: Licence) => [shipments, certificates, lines];
