#!/usr/bin/env bash
# kafka-server-start.sh server.properties [--override KEY=VALUE]...
set -euo pipefail
export CLASS_ARCHIVE=broker KAFKA_HEAP_OPTS="${KAFKA_HEAP_OPTS:--Xmx1G -Xms1G}" JMX_PORT="${KAFKA_JMX_PORT-}"
export KAFKA_LOG4J_OPTS="${KAFKA_LOG4J_OPTS:--Dlog4j2.configurationFile=/opt/kafka/config/log4j2.yaml}"
exec /opt/kafka/bin/kafka-run-class.sh kafka.Kafka "$@"
