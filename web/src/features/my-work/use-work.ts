import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { Colour, Schema } from '../../api/types';
import { rolesWith } from '../../api/session';
import { municipalitiesOf } from './blocks';
import { useWorker } from './roles';

const colours: Colour[] = ['rood', 'oranje', 'grijs', 'groen'];

async function urgencyPage(after: string | undefined): Promise<Schema['Urgentielijst']> {
  return unwrap(api.GET('/urgentielijst', { params: { query: { kleur: colours, aantal: 500, na: after } } }));
}

async function ownProviders() {
  const first = await urgencyPage(undefined);
  const rows = [...first.rijen];
  for (let next = first.volgende; next;) {
    // Each page needs the cursor of the page before.
    // oxlint-disable-next-line no-await-in-loop
    const more = await urgencyPage(next);
    rows.push(...more.rijen);
    next = more.volgende;
  }
  return { screening: first.screening, counts: first.tellingen, providers: rows.map((row) => row.aanbieder) };
}

/** Everyone whom this person may see, in the order of urgency; what the server keeps away is not in it. */
export function useOwnProviders() {
  return useQuery({ queryKey: ['werk', 'aanbieders'], queryFn: ownProviders });
}

export function useOpenCorrections() {
  return useQuery({
    queryKey: ['werk', 'correcties'],
    queryFn: async () =>
      (await unwrap(api.GET('/correcties', { params: { query: { status: 'open', aantal: 500 } } }))).correcties,
  });
}

export function useSetup() {
  return useQuery({ queryKey: ['instellijst'], queryFn: () => unwrap(api.GET('/instellijst')) });
}

/** More than the latest few is history, which stands on pages of its own. */
const latest = 20;

export function useJobs(enabled: boolean) {
  return useQuery({
    queryKey: ['taken', 'lijst'],
    queryFn: async () => (await unwrap(api.GET('/taken', { params: { query: { aantal: latest } } }))).taken,
    enabled,
  });
}

export function useImports(enabled: boolean) {
  return useQuery({
    queryKey: ['werk', 'imports'],
    queryFn: async () => (await unwrap(api.GET('/imports', { params: { query: { aantal: latest } } }))).imports,
    enabled,
  });
}

/** The one municipality that somebody works for, to filter a list on; with none or several there is no such filter. */
export function useOwnMunicipality(): string | undefined {
  const worker = useWorker();
  if (!worker) return undefined;
  const wide = rolesWith('run_screening');
  if (worker.rollen.some(({ rol }) => wide.includes(rol))) return undefined;
  const codes = municipalitiesOf(worker);
  return codes.length === 1 ? codes[0] : undefined;
}
