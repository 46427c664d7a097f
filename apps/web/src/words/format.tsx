import { useIntl } from 'react-intl';
import { Say } from './say';

/** A day, such as 2026-05-15, as the reader writes days. A day is a day everywhere: no time zone moves it. */
export const Day = ({ value }: { readonly value: string }) => {
  const intl = useIntl();
  const text = intl.formatDate(`${value.slice(0, 10)}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' });
  return <time dateTime={value.slice(0, 10)}>{text}</time>;
};

/** A moment in the reader's own time zone, which is named; the machine-readable form keeps UTC. */
export const Moment = ({ value }: { readonly value: string }) => {
  const intl = useIntl();
  const day = intl.formatDate(value, { dateStyle: 'medium' });
  const time = intl.formatTime(value, { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
  return (
    <time dateTime={value}>
      <Say id="ui.moment" day={day} time={time} />
    </time>
  );
};

type Decimal = Intl.StringNumericLiteral;

/** An exact decimal, such as "1250000.50", grouped; never through a floating-point number. */
export const useDecimal = (): ((value: string | number) => string) => {
  const { locale } = useIntl();
  return (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value as Decimal);
};

export const Quantity = ({ value }: { readonly value: string | number }) => <>{useDecimal()(value)}</>;

export interface MoneyValue {
  readonly amount: string;
  readonly currency: string;
}

/** An exact amount with the code of its currency: USD and AUD are both dollars. */
export const useMoney = (): ((money: MoneyValue) => string) => {
  const { locale } = useIntl();
  return ({ amount, currency }) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
      minimumFractionDigits: amount.includes('.') ? 2 : 0,
      maximumFractionDigits: 20,
    }).format(amount as Decimal);
};

export const Money = ({ value }: { readonly value: MoneyValue }) => <>{useMoney()(value)}</>;
