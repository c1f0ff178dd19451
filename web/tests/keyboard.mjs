// Moves and types as somebody without a mouse does: only what Tab leads to can be used.
import assert from 'node:assert/strict';

/** Goes on with Tab until an element has the focus; a list of a hundred rows has many stops. */
export async function tabTo(page, element, most = 400) {
  await element.waitFor();
  for (let step = 0; step < most; step++) {
    if (await element.evaluate(hasFocus)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not lead to ${element}`);
}

const hasFocus = (each) => each === document.activeElement;

/** What had the focus may go away; the focus goes to where somebody would go on. */
export async function assertFocus(page, element, why) {
  await element.waitFor();
  // A list that is drawn anew gives the focus once it stands.
  for (let tries = 0; tries < 20 && !(await element.evaluate(hasFocus)); tries++) await page.waitForTimeout(50);
  assert.ok(await element.evaluate(hasFocus), why);
}

export async function pressEnterOn(page, element) {
  await tabTo(page, element);
  await page.keyboard.press('Enter');
}

export async function typeIn(page, field, text) {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Chooses in a list by the letters that its choice begins with. */
export async function chooseIn(page, list, letters) {
  await tabTo(page, list);
  await page.keyboard.type(letters);
}
