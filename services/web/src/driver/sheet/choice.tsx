interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly chosen: boolean
  readonly onChoose: () => void
}

/** One of several, as large as a finger in a glove. */
export const Choice = ({ name, label, chosen, onChoose }: ChoiceProps) => (
  <label className="choice">
    <input type="radio" name={name} checked={chosen} onChange={onChoose} />
    {label}
  </label>
)
