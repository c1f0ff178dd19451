import '../show-all/show-all.css';
import { useText } from '../../locales/Language';
import { Button } from '../button/Button';

interface Props {
  shown: number;
  /** A list that comes in pages, as `useInfiniteQuery` gives it. */
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** How much of a long list stands on the page, and a button for what comes next. */
export function LoadMore({ shown, list }: Props) {
  const t = useText();
  return (
    <p className="show-all">
      <span role="status">{t(list.hasNextPage ? 'table.first' : 'table.complete', { shown })}</span>
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('table.more')}
        </Button>
      )}
    </p>
  );
}
