// What a screenshot shows, as brightness: the browser reads the picture, so no library is needed for it.

/** The relative luminance of WCAG, of the darkest and the brightest pixel that is no stray one. */
export async function brightness(page, png) {
  const [dark, bright] = await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, picture.width, picture.height);
    const all = [];
    for (let at = 0; at < pixels.length; at += 4) {
      const [red, green, blue] = [0, 1, 2].map((part) => {
        const value = pixels[at + part] / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      all.push(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    }
    all.sort((a, b) => a - b);
    const at = (share) => all[Math.floor(share * (all.length - 1))];
    return [at(0.03), at(0.97)];
  }, png.toString('base64'));
  return { dark, bright };
}

export const contrast = ({ dark, bright }) => (bright + 0.05) / (dark + 0.05);
