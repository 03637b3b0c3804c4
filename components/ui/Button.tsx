import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'type'> {
  /** `main` is the next thing to do; there is one at a time. `soft` is one of several such. */
  kind?: 'main' | 'soft' | 'plain' | 'quiet';
  /** Called for a person's own click or key only: events made by scripts are not trusted and do nothing. */
  onPress: () => void;
  /** Stays focusable and is announced, but does nothing. For buttons that must not drop the focus. */
  resting?: boolean;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}

export function Button({ kind = 'plain', onPress, resting = false, className, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      className={`button button-${kind} ${className ?? ''}`}
      aria-disabled={resting || undefined}
      onClick={(event) => {
        if (event.nativeEvent.isTrusted && !resting) onPress();
      }}
    />
  );
}
