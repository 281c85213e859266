#!/usr/bin/env bash
# kafka-run-class.sh CLASS [ARGUMENT]...: a class of Kafka in a JVM, with the variables that the official scripts honour.
set -euo pipefail
options=(-Dkafka.logs.dir=/opt/kafka/logs)
archive=/opt/kafka/${CLASS_ARCHIVE:-tools}.jsa
[[ ! -e $archive ]] || options+=("-XX:SharedArchiveFile=$archive" -Xlog:cds=off -Xlog:cds+dynamic=off)
if [[ -n "${JMX_PORT-}" ]]; then
  options+=(-Dcom.sun.management.jmxremote.port="$JMX_PORT" -Dcom.sun.management.jmxremote.authenticate=false -Dcom.sun.management.jmxremote.ssl=false)
fi
# Several words each, as in the official scripts.
# shellcheck disable=SC2086
exec java ${KAFKA_HEAP_OPTS:--Xmx256M} ${KAFKA_JVM_PERFORMANCE_OPTS:--XX:+UseG1GC -XX:MaxGCPauseMillis=20 -Djava.awt.headless=true} \
  "${options[@]}" ${KAFKA_LOG4J_OPTS:--Dlog4j2.configurationFile=/opt/kafka/config/tools-log4j2.yaml} \
  ${KAFKA_JMX_OPTS-} ${KAFKA_OPTS-} -cp "${CLASSPATH:+$CLASSPATH:}/opt/kafka/libs/*" "$@"
