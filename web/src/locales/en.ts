import { merge, type Messages } from './messages';
import { inEnglish } from './server-texts';
import texts from './server-texts.en.json';

export const say = inEnglish(texts);

export default merge(
  import.meta.glob<Messages>(['./en.json', '../features/*/en.json'], { eager: true, import: 'default' }),
);
