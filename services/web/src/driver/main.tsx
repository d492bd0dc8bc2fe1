// The driver's page: one run on a phone.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadAllWords } from '../language/words.ts'
import '../style/tokens.css'
import '../style/base.css'
import { openShelf } from './kept/open-shelf.ts'
import { Drive } from './run/drive.ts'
import { DriverPage } from './view/driver-page.tsx'

await loadAllWords()
const root = document.getElementById('root')
if (root === null) throw new Error('driver.html has no #root')
const drive = new Drive(await openShelf())
createRoot(root).render(
  <StrictMode>
    <DriverPage drive={drive} />
  </StrictMode>,
)
await drive.start()
// What is kept must not be thrown away when the phone runs short of space.
await navigator.storage?.persist?.()
