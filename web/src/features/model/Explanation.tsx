import type { ReactNode } from 'react';
import { useRichText } from '../../locales/Language';
import type { Words } from '../../locales/words';
import { readMarkdown, type Block } from './read-markdown';

/** The page that explains a question, folded until somebody asks. */
export function Explanation({ words, title }: { words: Words; title: ReactNode }) {
  const rich = useRichText();
  return (
    <details className="explanation">
      <summary className="explanation__summary">{rich('model.explanation', { title })}</summary>
      <div lang={words.lang}>
        {readMarkdown(words.text).map((block) => (
          <Part key={block.kind === 'list' ? block.items.join() : block.text} block={block} />
        ))}
      </div>
    </details>
  );
}

function Part({ block }: { block: Block }) {
  if (block.kind === 'list')
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  return block.kind === 'heading' ? <h4>{block.text}</h4> : <p>{block.text}</p>;
}
