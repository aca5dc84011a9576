import { useState, type FormEvent } from "react";
import type { Comment } from "#shared/domain/comment.ts";
import form from "#renderer/panels/FindingCard.module.css";
import { NameField } from "#renderer/panels/NameField.tsx";
import panel from "#renderer/panels/Panel.module.css";
import { useSaying } from "#renderer/panels/use-comments.ts";
import { Button } from "#renderer/ui/Button.tsx";

interface Props {
  readonly comment: Comment;
  readonly onClose: () => void;
}

/** Who is to see to a comment. */
export function AssignForm({ comment, onClose }: Props) {
  const { assign } = useSaying();
  const [name, setName] = useState(comment.assignedTo);
  const give = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await assign(comment.id, name)) onClose();
  };
  return (
    <form className={form.form} onSubmit={(event) => void give(event)}>
      <NameField label="Who is to see to it (empty for nobody)" value={name} onChange={setName} />
      <div className={panel.row}>
        <Button look="primary" type="submit">
          Give
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
