import { merge, type Messages } from './messages';

export default merge(
  import.meta.glob<Messages>(['./en.json', '../features/*/en.json'], { eager: true, import: 'default' }),
);
