import { describe, expect, it } from 'vitest';
import { approveLabel, isMarked, isOpen } from '../../../components/cards/card-words';
import { card, reply } from '../gallery/samples';

describe('the words of a card', () => {
  it('names what the confirming click does', () => {
    expect(approveLabel(card())).toBe('Approve and run');
    expect(approveLabel(reply({ status: 'changed' }))).toBe('Approve and run');
    expect(approveLabel(reply({ status: 'confirm' }))).toBe('Confirm: send to ana.silva@kite.example');
    expect(approveLabel(reply({ status: 'confirm', recipients: ['a@x.example', 'b@x.example'] }))).toBe(
      'Confirm: send to 2 recipients',
    );
    expect(approveLabel(card({ status: 'confirm' }))).toBe('Confirm: Set the status to “Solved”');
  });

  it('finds marks without regard to case', () => {
    const marked = card({ marked: ['Status', 'recipients'] });
    expect(isMarked(marked, 'status')).toBe(true);
    expect(isMarked(marked, 'Recipients')).toBe(true);
    expect(isMarked(marked, 'visibility', 'body')).toBe(false);
  });

  it('is open only while it waits for the person', () => {
    const open = (['proposed', 'changed', 'confirm', 'running', 'held', 'paused', 'done'] as const).filter(
      (status) => isOpen(card({ status })),
    );
    expect(open).toEqual(['proposed', 'changed', 'confirm']);
  });
});
