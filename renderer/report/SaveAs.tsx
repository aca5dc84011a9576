import { LETTER_FORMATS, type LetterFormat } from "#shared/api/exports.ts";
import { EXPORT_NAMES } from "#renderer/report/use-export.ts";
import { Button } from "#renderer/ui/Button.tsx";

interface Props {
  readonly isDisabled: boolean;
  readonly onSave: (format: LetterFormat) => void;
}

/** A button for each format that a letter is written in, the first one foremost. */
export const SaveAs = ({ isDisabled, onSave }: Props) =>
  LETTER_FORMATS.map((format) => (
    <Button
      key={format}
      look={format === "word" ? "primary" : "ordinary"}
      isDisabled={isDisabled}
      onPress={() => onSave(format)}
    >
      Save as {EXPORT_NAMES[format]}
    </Button>
  ));
