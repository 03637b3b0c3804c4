import { useEffect, useState } from 'react';
import { Button } from './Button';

/** Puts the text on the clipboard and says so. Its name stays `Copy`; the answer is announced beside it. */
export function CopyButton(props: { text: string; describedBy?: string }) {
  const [answer, setAnswer] = useState('');
  useEffect(() => {
    if (answer === '') return;
    const timer = setTimeout(() => setAnswer(''), 4000);
    return () => clearTimeout(timer);
  }, [answer]);
  const copy = (): void => {
    navigator.clipboard.writeText(props.text).then(
      () => setAnswer('Copied'),
      () => setAnswer('Not copied. Select the text and copy it by hand.'),
    );
  };
  return (
    <>
      <Button onPress={copy} disabled={props.text === ''} aria-describedby={props.describedBy}>
        Copy
      </Button>
      <span className="quiet" aria-live="polite">
        {answer}
      </span>
    </>
  );
}
