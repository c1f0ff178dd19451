import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The same policy as the server sends, so that a page that breaks it is seen before it is shipped.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const server = process.env.SLAGBOOM_API ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    // Inlined fonts and pictures would need `data:` where the policy has none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    target: 'es2023',
    // What the first page needs stands in a list that the size check reads.
    manifest: true,
  },
  preview: {
    headers: { 'Content-Security-Policy': contentSecurityPolicy },
    proxy: { '/api': server },
  },
  server: {
    proxy: { '/api': server },
    // A test holds the English refusals to the texts in the source of the server.
    fs: { allow: ['.', '../src'] },
  },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'], setupFiles: ['src/test-setup.ts'] },
});
