import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

/** One screening with what it was made of. */
export function useScreening(id: string, enabled = true) {
  return useQuery({
    queryKey: ['screenings', id],
    queryFn: () => unwrap(api.GET('/screenings/{screeningId}', { params: { path: { screeningId: Number(id) } } })),
    enabled,
  });
}
