import { useText } from '../../locales/Language';
import { Button } from '../../ui/button/Button';
import { Dialog } from '../../ui/dialog/Dialog';
import { SummaryList } from '../../ui/summary-list/SummaryList';
import { keptSearch, type UrgencySearch } from './search';
import { useListWords } from './use-list-words';
import type { OwnList } from './use-own-lists';

interface Props {
  old: OwnList;
  next: UrgencySearch;
  onReplace: () => void;
  onClose: () => void;
}

/** Says what a list shows now and what it would show, before the one takes the place of the other. */
export function ReplaceList({ old, next, onReplace, onClose }: Props) {
  const t = useText();
  const words = useListWords();
  return (
    <Dialog title={t('urgency-list.own.replace', { name: old.naam })} onClose={onClose}>
      <SummaryList
        items={[
          { label: t('urgency-list.own.replace-old'), value: words(keptSearch(old.zoekopdracht)) },
          { label: t('urgency-list.own.replace-new'), value: words(next) },
        ]}
      />
      <Button look="primary" onClick={onReplace}>
        {t('urgency-list.own.replace-yes')}
      </Button>
    </Dialog>
  );
}
