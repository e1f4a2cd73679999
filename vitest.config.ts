import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Units of every layer, on real SQLite and real files. Each file has its own process: a native addon lives there. */
export default defineConfig({
  plugins: [react()],
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
