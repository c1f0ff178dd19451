export type Block = { kind: 'heading' | 'paragraph'; text: string } | { kind: 'list'; items: string[] };

/** The Markdown that explanations are written in: a title, headings, paragraphs and lists. */
export function readMarkdown(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '' && !block.startsWith('# '))
    .map(readBlock);
}

function readBlock(block: string): Block {
  if (block.startsWith('#')) return { kind: 'heading', text: block.replace(/^#+ */, '') };
  const lines = block.split('\n');
  if (lines.every((line) => line.startsWith('- '))) return { kind: 'list', items: lines.map((line) => line.slice(2)) };
  return { kind: 'paragraph', text: lines.join(' ') };
}
