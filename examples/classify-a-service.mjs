// Which of the five models a service is, from its posts alone, and what would settle the cases that are open.
import { classifyModel, whatWouldDecide } from 'hub-and-spoke';
import { register } from 'hub-and-spoke/year-two';

for (const { id, declaredModel, spokes } of register.services) {
  const { model, candidates, reasons } = classifyModel(spokes);
  console.log(
    `Service ${id}: printed as model ${declaredModel}, classified as ${model} (possible: ${candidates.join(', ')})`,
  );
  for (const reason of reasons) console.log(`  ${reason}`);
  for (const fact of whatWouldDecide(spokes)) console.log(`  To be found out: ${fact}`);
}
