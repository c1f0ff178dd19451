import { useMemo } from 'react';
import { useIntl } from 'react-intl';

/** Dates, periods, numbers and amounts as a reader expects them; a day is a day in the Netherlands. */
export function useFormat() {
  const intl = useIntl();
  return useMemo(() => {
    const date = new Intl.DateTimeFormat(intl.locale, { dateStyle: 'long', timeZone: 'Europe/Amsterdam' });
    const shortDate = new Intl.DateTimeFormat(intl.locale, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'Europe/Amsterdam',
    });
    const moment = new Intl.DateTimeFormat(intl.locale, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Europe/Amsterdam',
    });
    const month = new Intl.DateTimeFormat(intl.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    const number = new Intl.NumberFormat(intl.locale);
    const percentage = new Intl.NumberFormat(intl.locale, { style: 'percent', maximumFractionDigits: 0 });
    const euro = new Intl.NumberFormat(intl.locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
    const euroAndCents = new Intl.NumberFormat(intl.locale, { style: 'currency', currency: 'EUR' });
    return {
      date: (day: string) => date.format(new Date(day)),
      shortDate: (day: string) => shortDate.format(new Date(day)),
      moment: (instant: string) => moment.format(new Date(instant)),
      number: (value: number) => number.format(value),
      percentage: (share: number) => percentage.format(share),
      period: (period: string) => {
        const [, year = '', quarter = ''] = /^(\d{4})-Q(\d)$/.exec(period) ?? [];
        if (quarter) return intl.formatMessage({ id: 'period.quarter' }, { quarter, year });
        if (period.length === 4) return period;
        return period.length === 7 ? month.format(new Date(`${period}-01`)) : shortDate.format(new Date(period));
      },
      euro: (amount: number) => (Number.isInteger(amount) ? euro : euroAndCents).format(amount),
    };
  }, [intl]);
}
