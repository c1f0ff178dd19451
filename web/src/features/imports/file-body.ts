const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const isExcel = (file: File) => file.name.toLowerCase().endsWith('.xlsx');

/** A file, or a part of it, as the body of a request. */
export const asBody = (file: File, content: Blob) => ({
  headers: { 'Content-Type': isExcel(file) ? excel : 'text/csv' },
  // The contract calls the content of a file text; the browser sends the file itself, byte for byte.
  body: content as unknown as string,
  bodySerializer: (body: string) => body as unknown as Blob,
});
