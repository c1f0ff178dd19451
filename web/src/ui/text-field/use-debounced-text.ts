import { useEffect, useRef, useState } from 'react';

/** Text that is shown at once and passed on when the typing pauses; a change from outside, as by "clear", is shown too. */
export function useDebouncedText(value: string, onChange: (value: string) => void, pause = 250) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  if (value !== seen) {
    setSeen(value);
    setText(value);
  }
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setSeen(next);
      onChange(next);
    }, pause);
  };
  return [text, type] as const;
}
