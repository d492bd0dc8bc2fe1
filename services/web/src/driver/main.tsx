// The driver's page: one run on a phone.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadWords, words } from '../language/words.ts'
import '../style/tokens.css'
import '../style/base.css'

await loadWords()
const root = document.getElementById('root')
if (root === null) throw new Error('driver.html has no #root')
createRoot(root).render(
  <StrictMode>
    <h1>{words().driver.title}</h1>
  </StrictMode>,
)
