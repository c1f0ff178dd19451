import { merge, type Messages } from './messages';

export default merge(
  import.meta.glob<Messages>(['./nl.json', '../features/*/nl.json'], { eager: true, import: 'default' }),
);
