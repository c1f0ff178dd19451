import { useModelWords } from '../../api/model-words';
import type { Words } from '../../locales/words';
import type { Comparison } from './comparison';

/** What the questions are called; one that only the old model has is not known to the new one. */
export function useComparedTitles({ oud, nieuw }: Comparison): (key: string) => Words {
  const newer = useModelWords(nieuw.model);
  const older = useModelWords(oud.model);
  return (key) => (newer.indicator(key).text === key ? older : newer).indicator(key);
}
