import type { ComponentProps } from 'react';
import { classes } from '../classes/classes';

interface Props extends ComponentProps<'button'> {
  look?: 'primary' | 'secondary' | 'subtle';
  /** Under way: a second press does nothing, and the place and focus stay. */
  busy?: boolean;
}

export function Button({ look = 'secondary', busy = false, className, onClick, type = 'button', ...rest }: Props) {
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- the type is a prop with a default
      type={type}
      className={classes('nl-button', `nl-button--${look}`, busy && 'nl-button--busy', className)}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
