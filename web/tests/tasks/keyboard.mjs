import assert from 'node:assert/strict';

/** Goes to an element as somebody without a mouse does; throws when Tab does not come there. */
export async function tabTo(page, element, most = 80) {
  for (let step = 0; step < most; step++) {
    if (await element.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not lead to ${element}`);
}

export async function pressEnterOn(page, element) {
  await tabTo(page, element);
  await page.keyboard.press('Enter');
}
