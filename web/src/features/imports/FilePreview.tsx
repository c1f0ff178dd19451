import type { Schema } from '../../api/types';
import { useText } from '../../locales/Language';
import { ErrorState, LoadingState } from '../../ui/states/States';
import { useFilePreview } from './use-preview';

interface Props {
  file: File;
  /** What the columns stand for, where they have another name. */
  columns?: Schema['Kolom'][];
}

/** The first rows as they will be read, to see that it is the right file. */
export function FilePreview({ file, columns }: Props) {
  const t = useText();
  const preview = useFilePreview(file);
  if (preview.isPending) return <LoadingState />;
  if (preview.isError) return <ErrorState error={preview.error} />;
  const { kolommen, rijen } = preview.data;
  const meant = (name: string) => columns?.find(({ kolom }) => kolom === name)?.bedoeldAls;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls by the keyboard too
    <div className="file-preview" role="region" aria-label={t('imports.preview')} tabIndex={0}>
      <table className="utrecht-table file-preview__table">
        <caption>{t('imports.preview')}</caption>
        <thead>
          <tr>
            {kolommen.map((name, place) => (
              <th key={`${place}-${name}`} scope="col">
                {name}
                {meant(name) && (
                  <span className="file-preview__meant">{t('imports.meant', { field: meant(name) ?? '' })}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rijen.map(({ cellen }, number) => (
            <tr key={`${number}-${cellen.join()}`}>
              {cellen.map((cell, place) => (
                <td key={`${place}-${cell}`}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
