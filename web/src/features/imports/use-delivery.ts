import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newIdempotencyKey, unwrap } from '../../api/client';
import { asBody } from './file-body';
import type { Kind } from './kinds';
import type { Report } from './use-imports';

export interface Delivery {
  soort: Kind;
  bestand: File;
  notatie: '' | 'nl' | 'en';
  koppeling: string;
}

async function deliver(delivery: Delivery, trial: boolean, key: string): Promise<Report> {
  const { soort, bestand, notatie, koppeling } = delivery;
  const query = {
    soort,
    bestandsnaam: bestand.name,
    proef: trial,
    ...(notatie && { notatie }),
    ...(koppeling && { koppeling }),
  };
  return unwrap(
    api.POST('/imports', {
      params: { query, header: { 'Idempotency-Key': key } },
      ...asBody(bestand, bestand),
    }),
  );
}

/** Tries a file, and delivers it. Sending the same delivery again after a lost answer does not do it twice. */
export function useDelivery() {
  const queries = useQueryClient();
  const sent = useRef<{ delivery: Delivery; key: string } | null>(null);
  return {
    attempt: (delivery: Delivery) => deliver(delivery, true, newIdempotencyKey()),
    send: async (delivery: Delivery) => {
      if (sent.current?.delivery !== delivery) sent.current = { delivery, key: newIdempotencyKey() };
      const report = await deliver(delivery, false, sent.current.key);
      await queries.invalidateQueries({ queryKey: ['imports'] });
      return report;
    },
  };
}
