import type { Colour } from '../../api/types';
import { useText } from '../../locales/Language';
import { classes } from '../classes/classes';
import { SignalShape } from './SignalShape';
import './signal-badge.css';

interface Props {
  colour: Colour;
  /** What stands in the badge in place of the word of the colour. It must still name the colour. */
  word?: string;
  size?: 'small' | 'large';
}

/** A colour as shape, word and colour together. */
export function SignalBadge({ colour, word, size = 'small' }: Props) {
  const t = useText();
  return (
    <span className={classes('signal-badge', size === 'large' && 'signal-badge--large')} data-colour={colour}>
      <SignalShape colour={colour} />
      {word ?? t(`colour.${colour}`)}
    </span>
  );
}
