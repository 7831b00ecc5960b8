/** What a field with a list of choices under it does when keys are pressed: which choice is at hand, and what the keys do. */
export class Combobox {
  /** The choice at hand, from 0; −1 while there is none. */
  active = $state(-1);

  /**
   * Takes the keys of a list of so many choices: the arrows go round, Enter takes the choice at hand and Escape leaves. Says
   * whether it was one of them, and then no one else hears of it.
   */
  press(event: KeyboardEvent, length: number, act: { show: () => void; take: (at: number) => boolean; leave: () => boolean }): boolean {
    // While letters are being composed, the keys are the input method's.
    if (event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      act.show();
      if (length > 0) this.active = this.active < 0 ? (step > 0 ? 0 : length - 1) : (this.active + step + length) % length;
    } else if (!(event.key === 'Enter' && act.take(this.active)) && !(event.key === 'Escape' && act.leave())) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}
