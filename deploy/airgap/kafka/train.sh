#!/usr/bin/env bash
# Runs the setup, the broker and a tool once, so that each leaves an archive of its loaded classes in /opt/kafka: a broker of
# the finished image is then ready in two seconds instead of three and a half.
set -euo pipefail
archive() { export KAFKA_OPTS="-XX:ArchiveClassesAtExit=/opt/kafka/$1.jsa" KAFKA_HEAP_OPTS=-Xmx256m; }

export CLUSTER_ID=5L6g3nShT-eMCtK--X86sw
archive setup
/opt/kafka/bin/kafka-run-class.sh kafka.docker.KafkaDockerWrapper setup \
  --default-configs-dir /etc/kafka/docker --mounted-configs-dir /mnt/shared/config --final-configs-dir /opt/kafka/config
archive broker
/opt/kafka/bin/kafka-server-start.sh /opt/kafka/config/server.properties &
broker=$!
until (: < /dev/tcp/localhost/9092) 2> /dev/null; do
  kill -0 "$broker"
  sleep 0.2
done
archive tools
/opt/kafka/bin/kafka-topics.sh --bootstrap-server localhost:9092 --create --topic training
kill -TERM "$broker"
wait "$broker" || (($? == 143)) # a JVM that SIGTERM ended says 128 + 15
ls -l /opt/kafka/{setup,broker,tools}.jsa
