// The desk: everything but the driver's page.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadWords } from '../language/words.ts'
import '../style/tokens.css'
import '../style/base.css'
import { worthAnotherTry } from './another-try.ts'
import { App, fetchEarly } from './app.tsx'

// A server in the house answers also while the browser thinks that it has no net.
const networkMode = 'always'
const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: worthAnotherTry, networkMode, refetchOnReconnect: true },
    mutations: { networkMode },
  },
})

fetchEarly(client, location.pathname)
await loadWords()
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
