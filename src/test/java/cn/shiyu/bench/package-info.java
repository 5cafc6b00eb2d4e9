/** The benchmark (docs/benchmark.md): a city of a million cases, asked over HTTP and compared with PostgreSQL alone. */
package cn.shiyu.bench;
