/**
 * Logistic regression by Newton's method, with a Gaussian prior for each coefficient. A row is sparse: the columns that
 * are not 0, with their values.
 */

export interface Row {
  columns: number[];
  values: number[];
  /** Whether it is a positive. */
  label: boolean;
  /** How often it counts. */
  weight: number;
}

/** Newton's steps until nothing moves any more; it takes six or seven. */
const mostSteps = 25;

/**
 * The coefficients with the highest posterior. `priors` are the means of the prior, `precisions` one over its variances:
 * what the data hardly say stays near the mean.
 */
export function fitLogistic(rows: Row[], priors: number[], precisions: number[]): Float64Array {
  const count = priors.length;
  const weights = Float64Array.from(priors);
  for (let step = 0; step < mostSteps; step++) {
    const gradient = new Float64Array(count);
    const hessian = new Float64Array(count * count);
    for (let j = 0; j < count; j++) {
      gradient[j] = (precisions[j] ?? 0) * ((weights[j] ?? 0) - (priors[j] ?? 0));
      hessian[j * count + j] = precisions[j] ?? 0;
    }
    for (const row of rows) addRow(row, predict(row, weights), gradient, hessian, count);
    const change = solve(hessian, gradient, count);
    let most = 0;
    for (let j = 0; j < count; j++) {
      weights[j] = (weights[j] ?? 0) - (change[j] ?? 0);
      most = Math.max(most, Math.abs(change[j] ?? 0));
    }
    if (most < 1e-6) break;
  }
  return weights;
}

/** The probability that a row is a positive. */
export function predict({ columns, values }: Row, weights: Float64Array): number {
  let sum = 0;
  for (const [at, column] of columns.entries()) sum += (values[at] ?? 0) * (weights[column] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

function addRow(row: Row, p: number, gradient: Float64Array, hessian: Float64Array, count: number): void {
  const { columns, values, label, weight } = row;
  const error = weight * (p - (label ? 1 : 0));
  const curve = weight * p * (1 - p);
  for (const [at, column] of columns.entries()) {
    const value = values[at] ?? 0;
    gradient[column] = (gradient[column] ?? 0) + error * value;
    for (const [other, otherColumn] of columns.entries()) {
      const cell = column * count + otherColumn;
      hessian[cell] = (hessian[cell] ?? 0) + curve * value * (values[other] ?? 0);
    }
  }
}

/** Solves `matrix · x = right` for a symmetric positive matrix by Cholesky's decomposition. Changes `matrix`. */
function solve(matrix: Float64Array, right: Float64Array, count: number): Float64Array {
  for (let j = 0; j < count; j++) {
    for (let i = j; i < count; i++) {
      let sum = matrix[i * count + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (matrix[i * count + k] ?? 0) * (matrix[j * count + k] ?? 0);
      matrix[i * count + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (matrix[j * count + j] ?? 1);
    }
  }
  const x = Float64Array.from(right);
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] ?? 0) - (matrix[i * count + k] ?? 0) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / (matrix[i * count + i] ?? 1);
  }
  for (let i = count - 1; i >= 0; i--) {
    for (let k = i + 1; k < count; k++) x[i] = (x[i] ?? 0) - (matrix[k * count + i] ?? 0) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / (matrix[i * count + i] ?? 1);
  }
  return x;
}
