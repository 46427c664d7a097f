import { Navigate } from 'react-router';
import { useMay } from '../session/me';
import { places } from './places';

/** The start page is where a person's work is: the first place of their menu. */
export const Start = () => {
  const may = useMay();
  const first = places.find(({ permission }) => may(permission));
  return <Navigate replace to={first?.to ?? '/help'} />;
};
