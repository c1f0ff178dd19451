import { useFormat } from '../../locales/format';
import { useText } from '../../locales/Language';
import { Spoken } from '../../locales/words';
import { sourceNames } from './source-name';
import './source-tag.css';

interface Props {
  /** As it was delivered; the reader sees what it is called. */
  name: string | string[];
  document?: string | null;
  /** The day that the source states. */
  knownOn?: string | null;
  /** How sure it is, in a word. */
  certainty?: string;
}

/** Where a fact comes from. */
export function SourceTag({ name, document, knownOn, certainty }: Props) {
  const t = useText();
  const format = useFormat();
  const details = [document, knownOn && t('source.known-on', { date: format.shortDate(knownOn) }), certainty].filter(
    Boolean,
  );
  return (
    <span className="source-tag">
      <span>
        <Spoken words={sourceNames([name].flat(), t)} />
      </span>
      {details.length > 0 && <span className="source-tag__detail">{details.join(' · ')}</span>}
    </span>
  );
}
