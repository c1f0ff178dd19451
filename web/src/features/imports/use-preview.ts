import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { asBody, isExcel } from './file-body';

/** More than the first rows of a CSV need, and little to send. */
const firstBytes = 100_000;

/** The head and first rows of a file, as the server reads them. */
export function useFilePreview(file: File | null) {
  return useQuery({
    queryKey: ['imports', 'voorbeeld', file?.name, file?.size, file?.lastModified],
    queryFn: () => {
      if (!file) throw new Error('a preview of no file');
      return unwrap(api.POST('/importvoorbeelden', asBody(file, isExcel(file) ? file : file.slice(0, firstBytes))));
    },
    enabled: file !== null,
    staleTime: Infinity,
  });
}
