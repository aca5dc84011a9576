import { faultOf } from "#renderer/api/fault.ts";
import { Button } from "#renderer/ui/Button.tsx";
import styles from "#renderer/ui/FaultNotice.module.css";

/** What is wrong, then what to do. */
export function FaultNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const fault = faultOf(error);
  return (
    <div role="alert" className={styles.fault}>
      <p className={styles.words}>
        <span className={styles.message}>{fault.message}</span> {fault.remedy}
      </p>
      {onRetry && (
        <Button look="plain" onPress={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
