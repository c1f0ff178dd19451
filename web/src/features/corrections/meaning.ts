import type { Correction } from './queries';

/** What a correction means for the fact: accepted without another value it leaves the fact unknown. */
export const meaningOf = ({ status, voorgesteldeWaarde }: Pick<Correction, 'status' | 'voorgesteldeWaarde'>) =>
  status === 'overgenomen' && voorgesteldeWaarde === null ? 'overgenomen-unknown' : status;
