# What stands elsewhere where the package is installed, in config/gateway.yaml.
s|policies: ../policies |policies: policies    |
s|certificate: tls/gateway.crt|certificate: /run/credentials/gateway.service/tls-certificate|
s|key: tls/gateway.key|key: /run/credentials/gateway.service/tls-key|
s|, ca: ca/next-hop.pem||
